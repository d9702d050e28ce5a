"""Workflows as n8n exports them."""
