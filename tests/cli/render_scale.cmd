# --scale 2 has twice the pixels each way.
$ vidik render {data}/days.csv -o a.png --size 320x200 --scale 2
file a.png \x89PNG\r\n\x1a\n....IHDR\x00\x00\x02\x80\x00\x00\x01\x90
