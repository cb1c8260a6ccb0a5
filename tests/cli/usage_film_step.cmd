$ vidik film {data}/days.csv -o a.gif --step 5m
exit 2
stderr ^vidik: --step: .*minutes .min. or months .mo.
