"""Steering groups: who holds which seat."""
