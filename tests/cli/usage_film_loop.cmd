$ vidik film {data}/days.csv -o a.mp4 --loop 3
exit 2
stderr ^vidik: --loop: only GIF and APNG
