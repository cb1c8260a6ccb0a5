$ vidik info nowhere.csv
exit 1
stderr \Avidik: [^\n]*nowhere\.csv\n\Z
