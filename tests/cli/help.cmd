# Help names every command and says what the exit codes mean.
$ vidik --help
stdout \brender\b
stdout \bfilm\b
stdout \bevents\b
stdout \binfo\b
stdout \bplugin\b
stdout \bbench\b
stdout 0 done, 1 failed, 2 wrong usage
