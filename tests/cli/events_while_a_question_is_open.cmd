$ vidik events {data}/no_time.csv --json
exit 1
stdout ^\Z
stderr \Avidik: [^\n]*begin[^\n]*no_time\.csv\n\Z
