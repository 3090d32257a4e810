"""The screens; each has a view-model that decides and a view that draws."""
