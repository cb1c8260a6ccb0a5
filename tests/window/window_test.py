#!/usr/bin/python3
"""The window as a person uses it, on a screen without a monitor: usage window_test.py VIDIK OUT-FOLDER

Each test starts the program anew, does one thing, and holds what the screen shows before and after against each other.
"""
import os
import signal
import unittest

import desk as desks
from shown import HEIGHT, MAP, TIMELINE, ShownProgram, command_of, middle


class Window(ShownProgram):
    def test_dragging_the_map_moves_it(self):
        x, y = middle(MAP)
        self.desk.do("mousemove", x, y, "mousedown", 1, "mousemove", x + 60, y + 30, "mousemove", x + 120, y + 60, "mouseup", 1)
        self.changes(MAP, self.before, "the map did not follow")

    def test_the_wheel_zooms(self):
        self.desk.do("click", 4, "click", 4)
        self.changes(MAP, self.before, "the wheel did nothing")

    def test_the_keys_zoom_and_pan(self):
        self.desk.do("key", "plus")
        self.changes(MAP, self.before, "plus did nothing")
        zoomed = desks.still(self.desk, MAP)
        self.desk.do("key", "Down")
        self.changes(MAP, zoomed, "the arrow did nothing")

    def test_space_plays_and_space_stops(self):
        self.desk.do("key", "Home")  # a playhead at its end has nowhere to go
        resting = desks.still(self.desk, TIMELINE)
        self.desk.do("key", "space")
        self.changes(TIMELINE, resting, "space did not play")
        moving = self.desk.look(TIMELINE)
        self.changes(TIMELINE, moving, "it did not go on playing")
        self.desk.do("key", "space")
        self.assertIsNotNone(desks.still(self.desk, TIMELINE), self.why("space did not stop it"))

    def test_dragging_along_the_timeline_changes_it(self):
        x, y = middle(TIMELINE)
        resting = desks.still(self.desk, TIMELINE)
        self.desk.do("mousemove", x, y, "mousedown", 1, "mousemove", x - 60, y, "mousemove", x - 160, y, "mouseup", 1)
        self.changes(TIMELINE, resting, "the timeline did not follow")

    def test_a_small_window_is_still_a_whole_one(self):
        self.desk.do("windowsize", self.window, 900, 600)
        small = (300, 120, 300, 200)
        self.assertTrue(desks.until(lambda: desks.still(self.desk, small) is not None))
        seen = self.desk.look(small)
        self.assertGreater(len({seen[i : i + 3] for i in range(0, len(seen), 3)}), 50)

    def guests(self):
        with open(f"/proc/{self.program.pid}/task/{self.program.pid}/children", encoding="ascii") as file:
            children = file.read().split()
        return {int(child) for child in children if "vidik-guest" in command_of(child)}

    def test_after_a_crash_no_overlay_starts_before_the_answer(self):
        self.assertEqual(self.guests(), set())
        self.assertEqual(os.listdir(os.path.join(self.home.name, ".local/state/vidik/running")), [], "asked once")
        for y in range(HEIGHT // 2, HEIGHT // 2 + 80, 12):  # down over the button "Start as usual"
            self.desk.do("mousemove", 762, y)
            self.desk.do("click", 1)
        self.assertTrue(desks.until(self.guests, 30), self.why("the answer started nothing"))

    def test_a_program_that_is_told_to_end_leaves_nothing_that_looks_like_a_crash(self):
        self.assertTrue(desks.until(self.guests), self.why("no overlay runs"))
        self.program.send_signal(signal.SIGTERM)
        self.assertEqual(self.program.wait(20), 0)
        self.assertEqual(os.listdir(os.path.join(self.home.name, ".local/state/vidik/running")), [])

    def test_an_overlay_that_is_killed_comes_back(self):
        guests = self.guests
        before = desks.until(guests)
        self.assertTrue(before, self.why("no overlay runs in a process of its own"))
        killed = min(before)
        os.kill(killed, signal.SIGKILL)
        self.assertTrue(desks.until(lambda: killed not in guests() and len(guests()) == len(before), 30),
                        self.why("it was not started again"))
        self.assertIsNone(self.program.poll())


if __name__ == "__main__":
    unittest.main()
