"""The record as JSON, CSV and Parquet under ``/api/v1``."""
