#!/usr/bin/python3
"""The timeline in the hand: usage timeline_test.py VIDIK OUT-FOLDER

Each control once with the pointer or the keys, on a screen without a monitor. What came of it is read from the window's
title, which says the state for screen readers, and from the pixels; a picture of each stands in OUT-FOLDER afterwards.
"""
import re
import unittest
from datetime import datetime

import desk as desks
from shown import MAP, TIMELINE, ShownProgram

# At 1280 x 800 with four lanes: the plot from x 248 to 1264, the project's window from 458 to 1159, its playhead at 1084.
LEFT, RIGHT = 458, 1159
FLAG_Y, HANDLE_Y, BARS_Y, LANES_Y, OVERVIEW_Y = 617, 640, 680, 706, 784
PLOT = (250, 612, 1010, 152)


class Timeline(ShownProgram):
    def setUp(self):
        super().setUp()
        self.says("1 Nov 2024 to 15 Mar 2025, cumulative", "the title says no state")

    def drag(self, start, end, button=1, held=None):
        if held:
            self.desk.do("keydown", held)
        (x0, y0), (x1, y1) = start, end
        self.desk.do("mousemove", x0, y0, "sleep", 0.2, "mousedown", button, "sleep", 0.1, "mousemove", (x0 + x1) // 2,
                     (y0 + y1) // 2, "sleep", 0.1, "mousemove", x1, y1, "sleep", 0.2, "mouseup", button)
        if held:
            self.desk.do("keyup", held)

    def dates(self):
        """The first and the last day that the title names."""
        days = re.findall(r"\d+ [A-Z][a-z][a-z] \d{4}", self.title())
        return [datetime.strptime(day, "%d %b %Y").date() for day in (days[0], days[-1])] if days else None

    def until_dates(self, true_of, sentence):
        self.assertTrue(desks.until(lambda: self.dates() and true_of(*self.dates()), 20),
                        self.why(f"{sentence}: {self.title()}"))

    def test_a_handle_sets_the_begin_and_undo_takes_it_back(self):
        self.drag((LEFT, HANDLE_Y), (LEFT + 72, HANDLE_Y))
        self.until_dates(lambda a, b: str(a)[:7] == "2024-11" and a.day > 10 and str(b) == "2025-03-15", "the handle")
        self.desk.do("key", "ctrl+z")
        self.says("1 Nov 2024 to 15 Mar 2025", "undo did not bring the window back")

    def test_escape_calls_a_drag_off(self):
        self.desk.do("mousemove", LEFT, HANDLE_Y, "mousedown", 1, "mousemove", LEFT + 80, HANDLE_Y)
        self.until_dates(lambda a, b: a.day > 10, "the handle")
        self.desk.do("key", "Escape")
        self.says("1 Nov 2024 to 15 Mar 2025", "Esc did not call it off")
        self.desk.do("mouseup", 1)

    def test_the_body_moves_window_and_playhead(self):
        self.drag((700, HANDLE_Y), (600, HANDLE_Y))
        self.until_dates(lambda a, b: str(a)[:7] == "2024-10" and str(b)[:7] == "2025-02", "the body")

    def test_the_flag_moves_the_playhead_alone(self):
        self.drag((1084, FLAG_Y), (900, FLAG_Y))
        self.until_dates(lambda a, b: str(a) == "2024-11-01" and str(b)[:7] in ("2025-01", "2025-02"), "the flag")

    def test_scrubbing_along_the_plot(self):
        self.drag((960, LANES_Y + 40), (760, LANES_Y + 40))
        self.until_dates(lambda a, b: str(a) == "2024-11-01" and str(b)[:7] in ("2024-12", "2025-01"), "the plot")

    def test_wheel_and_right_button_look_elsewhere_and_move_no_clock(self):
        before, said = self.desk.look(PLOT), self.title()
        self.desk.do("mousemove", 700, BARS_Y, "click", 4, "click", 4)
        self.changes(PLOT, before, "the wheel did not zoom")
        zoomed = desks.still(self.desk, PLOT)
        self.drag((700, LANES_Y), (820, LANES_Y), button=3)
        self.changes(PLOT, zoomed, "the right button did not pan")
        self.assertEqual(self.title(), said)

    def test_the_overview_moves_the_view(self):
        before, said = self.desk.look(PLOT), self.title()
        self.drag((1000, OVERVIEW_Y), (900, OVERVIEW_Y))
        self.changes(PLOT, before, "the overview did not")
        self.assertEqual(self.title(), said)

    def test_a_double_click_on_a_bar_zooms_to_it(self):
        before = self.desk.look(PLOT)
        self.desk.do("mousemove", LEFT + 6, 690, "click", "--repeat", 2, "--delay", 60, 1)
        self.changes(PLOT, before, "no zoom")

    def test_a_box_chooses_events_and_escape_lets_go(self):
        before = self.desk.look(MAP)
        self.drag((600, BARS_Y), (900, LANES_Y + 50), held="ctrl")
        self.changes(MAP, before, "no list of what was chosen")
        chosen = desks.still(self.desk, MAP)
        self.desk.do("key", "Escape", "key", "Escape")
        self.changes(MAP, chosen, "they were not let go")

    def test_times_are_typed_to_the_second(self):
        self.desk.do("key", "g", "type", "2023-09-24 03:00")
        self.desk.do("key", "Return")
        self.says("24 Sep 2023", "the playhead did not go there")
        self.desk.do("key", "g", "type", "in a while")
        self.desk.do("key", "Return", "sleep", 0.3, "key", "Escape")
        self.says("24 Sep 2023", "what is no date moved the playhead")
        self.desk.do("key", "g", "type", "--", "-3d")
        self.desk.do("key", "Return")
        self.says("21 Sep 2023", "three days back")

    def test_modes_by_key(self):
        for key, mode in zip("12345", ("instant", "window", "trail", "cumulative", "all")):
            self.desk.do("key", key)
            self.says(f", {mode} –", "the mode")

    def test_playing_backwards(self):
        self.desk.do("key", "r", "key", "space")
        self.says("playing", "it does not play")
        self.until_dates(lambda a, b: str(b) < "2025-03-10", "it does not go back")
        self.desk.do("key", "space")
        self.assertTrue(desks.until(lambda: "playing" not in self.title()), self.why("it does not stop"))

    def test_next_and_previous_change(self):
        self.desk.do("key", "shift+p")
        self.until_dates(lambda a, b: str(b) <= "2025-03-15", "the previous change")
        said = self.title()
        self.desk.do("key", "--repeat", 25, "--delay", 60, "shift+p")
        self.assertTrue(desks.until(lambda: self.title() != said), self.why("further changes"))

    def test_the_cyclic_view_filters(self):
        said = self.title()
        before = self.desk.look(MAP)
        self.desk.do("key", "h")
        self.changes(MAP, before, "no cyclic view")
        desks.still(self.desk)
        x, y = 248 + (1032 - 650) // 2 + 62, 567 - 258 - 16 + 66
        self.drag((x + 100, y + 30), (x + 300, y + 110))
        self.assertTrue(desks.until(lambda: self.title() != said), self.why("the brush filters nothing"))
        self.desk.do("key", "ctrl+z")
        self.assertTrue(desks.until(lambda: self.title() == said), self.why("one brush is not one step of undo"))

    def test_a_range_is_named_and_shown(self):
        before = self.desk.look(TIMELINE)
        self.desk.do("key", "k", "type", "Blockades")
        self.desk.do("key", "Return")
        self.changes(TIMELINE, before, "no range over the axis")
        self.desk.do("key", "Escape", "key", "Escape")

    def test_another_zone_keeps_what_the_clocks_read(self):
        zone = (1100, 570, 170, 36)
        before = self.desk.look(zone)
        self.desk.do("mousemove", 1230, 588, "click", 1, "sleep", 0.5)
        desks.still(self.desk)
        self.desk.do("mousemove", 1140, 588 - 18 - 36 - 26 * 4 + 13 + 4, "click", 1)
        self.changes(zone, before, "the zone is not another")
        self.says("1 Nov 2024 to 15 Mar 2025", "the clocks read something else")

    def test_tab_goes_from_control_to_control(self):
        said, looks = self.title(), []
        for _ in range(50):
            before = self.desk.look()
            self.desk.do("key", "Tab")
            self.assertTrue(desks.until(lambda seen=before: self.desk.look() != seen, 10), self.why("the focus did not move"))
            looks.append(hash(bytes(self.desk.look())))
        self.assertGreater(len(set(looks)), 45)
        self.assertEqual(self.title(), said, "going through controls presses none")


if __name__ == "__main__":
    unittest.main()
