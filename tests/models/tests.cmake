# One line a test: aligndesk_test(models folder/tst_name.cpp [libraries or further sources])
