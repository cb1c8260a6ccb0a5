$ vidik film {data}/days.csv -o a.gif --from 2024 --to 2024 --step 1s
exit 2
stderr ^vidik: the film would have about 31,622,400 frames
