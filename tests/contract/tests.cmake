# One line a test: aligndesk_test(contract folder/tst_name.cpp [libraries or further sources])
