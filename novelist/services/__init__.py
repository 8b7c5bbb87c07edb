# SPDX-License-Identifier: MIT
"""What a user can do: one module an area, one async function an action. No Qt, no SQL."""
