$ vidik render {data}/days.csv -o a.png --size 320x200
stdout ^\Z
file a.png \x89PNG\r\n\x1a\n....IHDR\x00\x00\x01\x40\x00\x00\x00\xc8
