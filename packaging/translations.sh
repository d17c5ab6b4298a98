#!/bin/sh
# Collects every text of the window into resources/translations/*.ts and makes the .qm files that the app loads.
# English holds plural forms alone: the texts in the code are English.
#   translations.sh [BIN]        BIN: folder with pyside6-lupdate and pyside6-lrelease
set -eu
bin=${1:-.venv/bin}
folder=resources/translations
sources=$(find f2f_desktop/ui -name '*.py' | LC_ALL=C sort)
definitions=$(mktemp -d)/definitions.py
"$bin/python" packaging/definitions.py "$definitions"
"$bin/pyside6-lupdate" -silent -no-obsolete -locations none -source-language en -target-language es $sources "$definitions" -ts "$folder/f2f_es.ts"
"$bin/pyside6-lupdate" -silent -no-obsolete -locations none -pluralonly -source-language en -target-language en $sources -ts "$folder/f2f_en.ts"
rm -r "$(dirname "$definitions")"
"$bin/python" packaging/english_plurals.py "$folder/f2f_en.ts"
for language in en es; do
    "$bin/pyside6-lrelease" -silent -nounfinished "$folder/f2f_$language.ts" -qm "$folder/f2f_$language.qm"
done
