$ vidik render {data}/days.csv -o a.png --size huge
exit 2
stderr ^vidik: .*huge
