# One line a test: aligndesk_test(app folder/tst_name.cpp [libraries or further sources])
aligndesk_test(app tst_commandline.cpp aligndesk_app)
aligndesk_test(app tst_singleinstance.cpp aligndesk_app)
