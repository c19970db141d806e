# One line a test: aligndesk_test(ui folder/tst_name.cpp [libraries or further sources])
aligndesk_test(ui reconciliation/tst_reconciliationpage.cpp)
aligndesk_test(ui widgets/tst_widgets.cpp)
