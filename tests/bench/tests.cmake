# One line a test: aligndesk_test(bench folder/tst_name.cpp [libraries or further sources])
