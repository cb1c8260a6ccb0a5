$ vidik film {data}/days.csv -o film.avi
exit 2
stderr ^vidik: -o wants .*\.mp4.*: film\.avi$
