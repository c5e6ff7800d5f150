"""The command `holdfast`: one thin file a verb."""
