# The overlays that ship start, in their version, with the services they name.
$ vidik plugin list --json
json plugins# = 5
json plugins.0.id = "org.vidik.context"
json plugins.0.state = "ready"
json plugins.0.reason = ""
json plugins.0.version = "1.0.0"
json plugins.0.services = ["vidik.events/1"]
json plugins.1.id = "org.vidik.graticule"
json plugins.1.state = "ready"
json plugins.1.reason = ""
json plugins.1.version = "1.0.0"
json plugins.1.services = ["vidik.draw/1"]
json plugins.2.id = "org.vidik.protests"
json plugins.2.state = "ready"
json plugins.2.reason = ""
json plugins.2.version = "1.0.0"
json plugins.2.services = ["vidik.events/1", "vidik.draw/1"]
json plugins.3.id = "org.vidik.sabotage"
json plugins.3.state = "ready"
json plugins.3.reason = ""
json plugins.3.version = "1.0.0"
json plugins.3.services = ["vidik.events/1", "vidik.draw/1"]
json plugins.4.id = "org.vidik.troops"
json plugins.4.state = "ready"
json plugins.4.reason = ""
json plugins.4.version = "1.0.0"
json plugins.4.services = ["vidik.events/1", "vidik.draw/1"]
