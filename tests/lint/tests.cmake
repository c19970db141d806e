# One line a test: aligndesk_test(lint folder/tst_name.cpp [libraries or further sources])
