# One line a test: aligndesk_test(api folder/tst_name.cpp [libraries or further sources])
aligndesk_test(api types/tst_money.cpp)
