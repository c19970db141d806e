# One line a test: aligndesk_test(models folder/tst_name.cpp [libraries or further sources])
aligndesk_test(models database/tst_database.cpp aligndesk_models)
aligndesk_test(models support/tst_tablemodel.cpp aligndesk_models)
aligndesk_test(models support/tst_text.cpp aligndesk_models)
