# One line a test: aligndesk_test(gui folder/tst_name.cpp [libraries or further sources])
