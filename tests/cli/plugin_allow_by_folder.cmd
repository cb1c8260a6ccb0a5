# A folder that is nowhere searched may be allowed, and the words say that it does not start from there.
$ vidik plugin allow {data}/example.vidik
stdout ^allowed: Markets
stdout once it lies in your plugins folder.*\.local/share/vidik/plugins$
