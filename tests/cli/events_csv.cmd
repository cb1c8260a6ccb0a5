$ vidik events {data}/days.csv --csv
stdout \A[^\n]*\bid\b[^\n]*\btitle\b
stdout "Canal ""blast"", evening"
