#include "ui/survey/surveysection.h"

#include "moc_surveysection.cpp"
