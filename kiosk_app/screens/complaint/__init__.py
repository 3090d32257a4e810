"""Complaints, unresolved matters, suggestions, praise (投诉·办不成事): from the kind to the receipt."""
