$ vidik film {data}/days.csv -o a.gif --at 2024-12-01
exit 2
stderr ^vidik: --at is the cursor of one picture
