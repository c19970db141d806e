#include "ui/wizard/wizardpage.h"

#include "moc_wizardpage.cpp"
