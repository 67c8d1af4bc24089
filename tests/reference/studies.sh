# studies.sh - makes studies of the lines of a designs.txt; to be sourced, from the top folder.

# The lines of a designs.txt, without blanks around the bars.
designs() { # FILE
    sed -e '/^#/d' -e 's/ *| */|/g' -e 's/ *$//' "$1"
}

# A study.yml with its @WORDS@ filled in.
fill() { # FILE ID WEIGHTS DESIGN INTERVAL DATA
    sed -i -e "s/@ID@/$2/" -e "s/@WEIGHTS@/$3/" -e "s/@DESIGN@/$4/" -e "s/@INTERVAL@/$5/" -e "s/@DATA@/$6/" "$1"
}

# The golden mini data set under a design of golden/designs.txt.
golden_study() { # NAME FOLDER
    cp -R tests/reference/golden/study "$2"
    designs tests/reference/golden/designs.txt | {
        while IFS='|' read -r name weights design interval over; do
            [ "$name" = "$1" ] || continue
            [ -z "$over" ] || cp -R "tests/reference/golden/$over"/* "$2/"
            fill "$2/study.yml" "$(echo "$1" | tr '[:upper:]' '[:lower:]')" "$weights" "$design" "$interval" ""
            return 0
        done
        echo "no design $1 in tests/reference/golden/designs.txt" >&2
        return 1
    }
}
