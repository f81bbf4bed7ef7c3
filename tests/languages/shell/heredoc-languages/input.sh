python3 - <<'PY' >b
# c

def f(): pass
PY
mysql <<SQL
select $a
-- c

SQL
cat <<EOF
# no

EOF
