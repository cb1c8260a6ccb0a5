# For those who cannot see it.
$ vidik render {data}/days.csv -o a.png --size 320x200 --text-beside --mode all
file a.png.txt (?s)days\n\nall dates, Europe/Belgrade
