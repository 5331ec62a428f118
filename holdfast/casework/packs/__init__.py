"""What is put together for a visit and for those who ask from outside: worked out from the record, and kept nowhere."""
