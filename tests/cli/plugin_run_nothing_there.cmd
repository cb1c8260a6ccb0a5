# A folder with neither an overlay nor sources is named, and no window opens.
$ vidik plugin new roads --lang no-code
$ vidik plugin run roads/nowhere
exit 1
stderr there is neither an overlay \(NAME\.vidik with a plugin\.json\) nor a CMakeLists\.txt: roads/nowhere
