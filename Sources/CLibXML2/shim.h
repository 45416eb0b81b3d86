#ifndef DEALBOOK_CLIBXML2_SHIM_H
#define DEALBOOK_CLIBXML2_SHIM_H

/* libxml2's headers include those of ICU, and Foundation brings another ICU along: what both define would clash wherever the
   two meet in one compilation. Only a struct that we never look into has members of ICU. */
#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED

#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/xmlerror.h>

#endif
