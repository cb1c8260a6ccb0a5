$ vidik render {data}/days.csv -o a.png --size 320x200
$ vidik render a.png {data}/misspelt_overlay.vidik -o b.png
exit 2
stderr a picture and a project both say what to show
