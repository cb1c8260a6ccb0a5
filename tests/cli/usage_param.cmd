$ vidik render {data}/days.csv -o x.png --param route.speed=60
exit 2
stdout ^\Z
stderr --param: "route.speed" is no OVERLAY.PARAMETER
