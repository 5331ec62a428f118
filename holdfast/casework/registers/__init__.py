"""Registers of the children whom no chart shows. They fall out of the record: nobody types one."""
