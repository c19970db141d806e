#include "ui/widgets/page.h"

#include "moc_page.cpp"
