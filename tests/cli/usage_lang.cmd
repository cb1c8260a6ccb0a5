# A language that the map has no names in: those it has stand in the sentence.
$ vidik render --lang de -o a.png
exit 2
stderr --lang wants en, local, both, sr-Latn, sr-Cyrl, bs, hr, cnr, sq or mk, or two of them as in en\+local, not "de"
