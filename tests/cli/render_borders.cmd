# The choice is printed on the picture, in words that say how the line is drawn.
$ vidik render {data}/days.csv --borders serbia -o a.txt
file a.txt (?s).*Borders: as Serbia's authorities draw them\. No
