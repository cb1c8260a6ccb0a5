# A page has the size of its paper: title, dates, key, borders, zone.
$ vidik render {data}/days.csv --page a4-landscape --dpi 100 --title Ours -o a.txt
file a.txt (?s).*device 1169x827.*"Ours".*Times: Europe
