// For tests only: a slider that keeps its own value, as a setting does.
import { useState } from 'react';
import { Slider, type SliderProps } from './slider';

export function LiveSlider(props: Omit<SliderProps, 'value'> & { initial: number }) {
  const { initial, onChange, ...rest } = props;
  const [value, setValue] = useState(initial);
  return (
    <Slider
      {...rest}
      value={value}
      onChange={(next) => {
        setValue(next);
        onChange(next);
      }}
    />
  );
}
