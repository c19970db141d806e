# One line a test: aligndesk_test(app folder/tst_name.cpp [libraries or further sources])
