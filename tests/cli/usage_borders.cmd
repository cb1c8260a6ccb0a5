# A view of borders that is not there: the ones that are stand in the sentence.
$ vidik render --borders atlantis -o a.png
exit 2
stderr --borders wants one of de-facto, kosovo, serbia, not "atlantis"
