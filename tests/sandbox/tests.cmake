# One line a test: aligndesk_test(sandbox folder/tst_name.cpp [libraries or further sources])
