$ vidik render {data}/days.csv --page a9 -o a.png
exit 2
stderr --page wants none, present .* not "a9"
