# SPDX-License-Identifier: MIT
"""What a user can do: one module an area, one async function an action. No Qt, no SQL.

The modules here are of the novel and its parts. What takes several modules has a room, in which
the module of the room's name is the one that the window and the command line begin with.
"""
