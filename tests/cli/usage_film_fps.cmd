$ vidik film {data}/days.csv -o a.gif --fps 60
exit 2
stderr ^vidik: --fps: GIF has no delay that short
