# SPDX-License-Identifier: MIT
"""The data layer: engine, writer, models, repositories, migrations. Knows no Qt."""
